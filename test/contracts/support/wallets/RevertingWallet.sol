// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice Says yes in the data with which it reverts.
contract RevertingWallet is IERC1271 {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        bytes32 yes = IERC1271.isValidSignature.selector;
        assembly ("memory-safe") {
            mstore(0, yes)
            revert(0, 32)
        }
    }
}
