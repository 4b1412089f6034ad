/**
 * @generated SignedSource<<343731e65c9fe017b0edf71ba429b56c>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesPartnerQuery_graphql from './nodesPartnerQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesPartnerQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_partner",
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
  "type": "Partner",
  "abstractKey": null
};

node.hash = "3a868652623f0afc9faa49276ffa5b30";

export default node;
