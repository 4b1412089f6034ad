/**
 * @generated SignedSource<<3f44c7d1557aa325c65361b10f4de15d>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesSeatEventQuery_graphql from './nodesSeatEventQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesSeatEventQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_seatEvent",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "after",
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
  "type": "SeatEvent",
  "abstractKey": null
};

node.hash = "54100d64c3b0e5dce23f6df33c12f2eb";

export default node;
