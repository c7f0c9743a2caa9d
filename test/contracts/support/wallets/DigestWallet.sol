// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice Accepts as a signature the very digest it is asked about, and so tells which digest a contract computes.
contract DigestWallet is IERC1271 {
    function isValidSignature(bytes32 digest, bytes calldata signature) external pure returns (bytes4) {
        bool same = signature.length == 32 && bytes32(signature) == digest;
        return same ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
