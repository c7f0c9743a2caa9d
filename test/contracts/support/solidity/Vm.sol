// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The cheatcodes that the tests use
interface Vm {
    function addr(uint256 privateKey) external pure returns (address);

    function assume(bool condition) external pure;

    function etch(address target, bytes calldata code) external;

    function expectRevert(bytes calldata revertData) external;

    function prank(address sender) external;

    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function store(address target, bytes32 slot, bytes32 value) external;

    function warp(uint256 timestamp) external;
}

/// @dev Where every runner of such tests answers to cheatcodes.
Vm constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
