/**
 * @generated SignedSource<<0c24ba705b796b002db814857b226d95>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesTicketQuery_graphql from './nodesTicketQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesTicketQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_ticket",
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
  "type": "Ticket",
  "abstractKey": null
};

node.hash = "724f8fd1cd7512e1ef22ff95fd7dcd31";

export default node;
