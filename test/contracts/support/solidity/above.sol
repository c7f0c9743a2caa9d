// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev A moment after the floor, whatever the fuzzer drew: nothing needs to be rejected.
function above(uint256 floor, uint40 drawn) pure returns (uint40) {
    return uint40(floor + 1 + (drawn % (type(uint40).max - floor)));
}
