/**
 * @generated SignedSource<<233f62abbf0b7b68c754cb648754e85c>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesSeatAllocationQuery_graphql from './nodesSeatAllocationQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesSeatAllocationQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_seatAllocation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "until",
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
  "type": "SeatAllocation",
  "abstractKey": null
};

node.hash = "5e51920a6ce8ce6d2ed54c0d5432c22a";

export default node;
