/**
 * @generated SignedSource<<5660cbe5c5e9af93c1d881353fef87fd>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesWebhookDeliveryQuery_graphql from './nodesWebhookDeliveryQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesWebhookDeliveryQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_webhookDelivery",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "eventId",
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
  "type": "WebhookDelivery",
  "abstractKey": null
};

node.hash = "6973dda1c8e6892b809ea92a09316d25";

export default node;
