/**
 * @generated SignedSource<<eb233f4b4911cdf067efc3231410a37d>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesPartnerKeyQuery_graphql from './nodesPartnerKeyQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesPartnerKeyQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_partnerKey",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "prefix",
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
  "type": "PartnerKey",
  "abstractKey": null
};

node.hash = "fd3661a494ce57fc642ec79cfdf34bb2";

export default node;
