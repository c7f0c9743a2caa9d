// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../../test/contracts/support/solidity/Campaign.sol";
import {KeyActions} from "../../test/contracts/support/solidity/KeyActions.sol";

/// @dev Stands here, since the runner calls only contracts of the files that it was given.
contract KeyHandler is KeyActions {}

/// @title What holds for public keys whatever anybody publishes, signs, brings or forges
contract KeyInvariants is Campaign {
    KeyHandler private _handler;

    function setUp() external {
        _handler = new KeyHandler();
        handlerAddress = address(_handler);
    }

    /// @notice The hash is that of the owner's last accepted key, and the nonce counts them and never falls.
    function invariant_keysAreWhatTheirOwnersPublishedLast() external view {
        _handler.requireNothingBroken();
        _handler.requireLastKeys();
    }
}
