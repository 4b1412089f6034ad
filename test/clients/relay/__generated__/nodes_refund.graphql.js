/**
 * @generated SignedSource<<f4f4d254d15b41317dc0b8fc6fe59753>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesRefundQuery_graphql from './nodesRefundQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesRefundQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_refund",
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
  "type": "Refund",
  "abstractKey": null
};

node.hash = "dce0354ca098e7418eac4661ba5fd734";

export default node;
