/**
 * @generated SignedSource<<45e18b294550fa7b4a029150782f0257>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

import nodesCityQuery_graphql from './nodesCityQuery.graphql';

var node = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": nodesCityQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "nodes_city",
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
  "type": "City",
  "abstractKey": null
};

node.hash = "94bc9c0f398b76a13bc2f7a3b24a03df";

export default node;
