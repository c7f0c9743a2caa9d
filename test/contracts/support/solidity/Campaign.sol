// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title An invariant test that lets the runner call nothing but its handler
abstract contract Campaign {
    address internal handlerAddress;

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = handlerAddress;
    }
}
