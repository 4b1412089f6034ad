/**
 * @generated SignedSource<<f7598d383c3d428453e2b4520ded5b79>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesShowQuery_graphql from './nodesShowQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesShowQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_show",
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
  "type": "Show",
  "abstractKey": null
};

node.hash = "6e5ddd83ac023a0d7e71c19d8a533a8d";

export default node;
