// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title An account with code that knows no signature, as many an EIP-7702 account
contract RefusingWallet is IERC1271 {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return 0xffffffff;
    }
}

/// @title An account with code that accepts one digest with one signature
contract ChoosyWallet is IERC1271 {
    bytes32 private immutable _digest;
    bytes32 private immutable _signatureHash;

    constructor(bytes32 digest, bytes memory signature) {
        _digest = digest;
        _signatureHash = keccak256(signature);
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        bool known = digest == _digest && keccak256(signature) == _signatureHash;
        return known ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}

/// @title An account whose code answers every call with the same bytes, or a revert with them
contract ParrotWallet {
    bytes private _answer;
    bool private _reverts;

    constructor(bytes memory answer, bool reverts) {
        _answer = answer;
        _reverts = reverts;
    }

    fallback() external {
        bytes memory answer = _answer;
        bool reverts = _reverts;
        assembly {
            if reverts {
                revert(add(answer, 32), mload(answer))
            }
            return(add(answer, 32), mload(answer))
        }
    }
}
