/**
 * @generated SignedSource<<ef03e88cde0ef37c41a3f18432ad09c3>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesScreenQuery_graphql from './nodesScreenQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesScreenQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_screen",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
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
  "type": "Screen",
  "abstractKey": null
};

node.hash = "28fdcc97700e583bd42b511b0c9a4724";

export default node;
