/**
 * @generated SignedSource<<b7db190c0bbf4e873d945ed95010a535>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesPartnerOperationQuery_graphql from './nodesPartnerOperationQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesPartnerOperationQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_partnerOperation",
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
  "type": "PartnerOperation",
  "abstractKey": null
};

node.hash = "23464dfbcaf76d2b93a93d191a069d3f";

export default node;
