// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Gives the same answer whatever it is asked.
contract FixedAnswerWallet {
    bytes private _answer;

    constructor(bytes memory answer) {
        _answer = answer;
    }

    fallback(bytes calldata) external returns (bytes memory) {
        return _answer;
    }
}
