/**
 * @generated SignedSource<<420e9c9667b8dc53ad2be073264f15ea>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesShowSeatQuery_graphql from './nodesShowSeatQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesShowSeatQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_showSeat",
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
  "type": "ShowSeat",
  "abstractKey": null
};

node.hash = "093b308728eaf9dd51ae501d997e715c";

export default node;
