/**
 * @generated SignedSource<<2850a01a936e8c77da9c8ca753bfe962>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesBookingQuery_graphql from './nodesBookingQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesBookingQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_booking",
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
  "type": "Booking",
  "abstractKey": null
};

node.hash = "de261574aad964a92377e641c8e38019";

export default node;
