/**
 * @generated SignedSource<<1fde8129a55b63f666dcfd476dbd4eaf>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "after"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "showId"
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "after",
        "variableName": "after"
      },
      {
        "kind": "Variable",
        "name": "showId",
        "variableName": "showId"
      }
    ],
    "concreteType": "SeatMapChange",
    "kind": "LinkedField",
    "name": "seatMapChanged",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "kind",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "cursor",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "SeatState",
        "kind": "LinkedField",
        "name": "seats",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "seatId",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "status",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "version",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "ticketsSeatMapSubscription",
    "selections": (v2/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "ticketsSeatMapSubscription",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "3e7d08a1e60b979e0afe3dee50ecf374",
    "id": null,
    "metadata": {},
    "name": "ticketsSeatMapSubscription",
    "operationKind": "subscription",
    "text": "subscription ticketsSeatMapSubscription(\n  $showId: ID!\n  $after: String\n) {\n  seatMapChanged(showId: $showId, after: $after) {\n    kind\n    cursor\n    seats {\n      seatId\n      status\n      version\n    }\n  }\n}\n"
  }
};
})();

node.hash = "900e36713ed28823a03f2e60e6a5491c";

export default node;
