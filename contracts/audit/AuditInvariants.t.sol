// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuditActions} from "../../test/contracts/support/solidity/AuditActions.sol";
import {Campaign} from "../../test/contracts/support/solidity/Campaign.sol";

/// @dev Stands here, since the runner calls only contracts of the files that it was given.
contract AuditHandler is AuditActions {}

/// @title What holds for the heads of access logs
contract AuditInvariants is Campaign {
    AuditHandler private _handler;

    function setUp() external {
        _handler = new AuditHandler();
        handlerAddress = address(_handler);
    }

    /// @notice A log grows by its own gateway's word alone.
    function invariant_headsAreWhatTheirGatewaysAnchored() external view {
        _handler.requireNothingBroken();
        _handler.requireOwnHeads();
    }
}
