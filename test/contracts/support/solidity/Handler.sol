// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TypedData} from "./TypedData.sol";
import {vm} from "./Vm.sol";

/// @title What all handlers share: people, dice, and a note of the first property found broken
abstract contract Handler {
    /// @notice The ways to forge a signature that {_forge} knows.
    enum Forgery {
        WrongSigner,
        OtherContract,
        OtherChain,
        HighS,
        Compact
    }

    /// @notice The first property that an action found broken, as a sentence; empty while all hold.
    string public broken;

    /// @dev Somebody who holds no licence, is given nothing, and wants in.
    address internal immutable attacker;

    mapping(address person => uint256 key) internal keyOf;

    address[] private _people;
    uint256 private transient _dice;

    constructor() {
        vm.warp(1_800_000_000);
        attacker = _introduce("attacker");
    }

    /// @notice What every campaign asks first.
    function requireNothingBroken() external view {
        require(bytes(broken).length == 0, broken);
    }

    function _introduce(string memory name) internal returns (address person) {
        uint256 key = uint256(keccak256(bytes(name)));
        person = vm.addr(key);
        keyOf[person] = key;
        _people.push(person);
    }

    function _roll(uint256 seed) internal {
        _dice = seed;
    }

    function _draw(uint256 sides) internal returns (uint256) {
        _dice = uint256(keccak256(abi.encode(_dice)));
        return _dice % sides;
    }

    function _oneIn(uint256 sides) internal returns (bool) {
        return _draw(sides) == 0;
    }

    function _pick(address[] storage people) internal returns (address) {
        return people[_draw(people.length)];
    }

    /// @dev Somebody known or unknown, to carry what others signed.
    function _anybody() internal returns (address) {
        return _oneIn(2) ? _pick(_people) : address(uint160(_draw(type(uint160).max)) | 1);
    }

    function _check(bool holds, string memory property) internal {
        if (!holds && bytes(broken).length == 0) broken = property;
    }

    function _send(address sender, address target, bytes memory data) internal returns (bool accepted) {
        bytes memory answer;
        vm.prank(sender);
        (accepted, answer) = target.call(data);
        bool named = answer.length >= 4 && bytes4(answer) != 0x4e487b71 && bytes4(answer) != 0x08c379a0;
        _check(accepted || named, "a refusal names its reason");
    }

    function _sign(address signer, address verifier, bytes32 structHash) internal view returns (bytes memory) {
        return TypedData.sign(keyOf[signer], TypedData.digest(verifier, block.chainid, structHash));
    }

    /// @dev What looks like the signer's signature and is not one that may count.
    function _forge(address signer, address verifier, bytes32 structHash) internal returns (bytes memory) {
        Forgery forgery = Forgery(_draw(5));
        if (forgery == Forgery.WrongSigner) return _sign(attacker, verifier, structHash);
        if (forgery == Forgery.OtherContract) return _sign(signer, address(this), structHash);
        if (forgery == Forgery.OtherChain) {
            return TypedData.sign(keyOf[signer], TypedData.digest(verifier, block.chainid + 1, structHash));
        }
        bytes memory signature = _sign(signer, verifier, structHash);
        return forgery == Forgery.HighS ? TypedData.malleate(signature) : TypedData.compact(signature);
    }
}
