/**
 * @generated SignedSource<<23fb82660551750f525b59d152e99372>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesPaymentQuery_graphql from './nodesPaymentQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesPaymentQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_payment",
  "selections": [
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
      "name": "id",
      "storageKey": null
    }
  ],
  "type": "Payment",
  "abstractKey": null
};

node.hash = "82fcd4d37a0793f7f500197042c01bed";

export default node;
