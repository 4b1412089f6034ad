/**
 * @generated SignedSource<<99a730106c2022fc22e80884b8c261fd>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": null,
    "kind": "LinkedField",
    "name": "signInAsGuest",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "__typename",
        "storageKey": null
      },
      {
        "kind": "InlineFragment",
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "accessToken",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "Account",
            "kind": "LinkedField",
            "name": "viewer",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "id",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "isGuest",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "type": "SignInAsGuestSuccess",
        "abstractKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "ticketsSignInAsGuestMutation",
    "selections": (v0/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "ticketsSignInAsGuestMutation",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "6614b6924707445bf443e48ae4e20683",
    "id": null,
    "metadata": {},
    "name": "ticketsSignInAsGuestMutation",
    "operationKind": "mutation",
    "text": "mutation ticketsSignInAsGuestMutation {\n  signInAsGuest {\n    __typename\n    ... on SignInAsGuestSuccess {\n      accessToken\n      viewer {\n        id\n        isGuest\n      }\n    }\n  }\n}\n"
  }
};
})();

node.hash = "0b7f5e24f5e44fefb06359dfb9ffa173";

export default node;
