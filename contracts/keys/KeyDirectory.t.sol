// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TypedData} from "../../test/contracts/support/solidity/TypedData.sol";
import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {IKeyDirectory} from "../interfaces/IKeyDirectory.sol";
import {KeyDirectory} from "./KeyDirectory.sol";

/// @title What one call to the directory of keys does
contract KeyDirectoryTest {
    KeyDirectory private _directory;

    function setUp() external {
        _directory = new KeyDirectory();
    }

    /// @notice Every field comes back as it was written, for any number of keys before.
    function testFuzz_keyHoldsItsFields(address owner, bytes32 x25519, bytes32 seed, uint32 nonce) external {
        vm.store(address(_directory), _slot(owner), bytes32(uint256(nonce) << 192));
        vm.prank(owner);
        _directory.publishKey(1, abi.encodePacked(x25519));
        unchecked {
            _requireKey(owner, abi.encodePacked(x25519), nonce + 1, 1);
        }
        bytes memory xWing = _repeat(seed, 1216);
        vm.prank(owner);
        _directory.publishKey(2, xWing);
        unchecked {
            _requireKey(owner, xWing, nonce + 2, 2);
        }
    }

    /// @notice A suite has one length, and there are two suites.
    function testFuzz_suiteHasOneLength(uint8 suite, uint16 length, bytes32 seed) external {
        if (suite > 8) suite %= 4;
        length = length % 2 == 0 ? length % 1300 : uint16(suite == 1 ? 32 : 1216) + (length % 3) - 1;
        bool isKey = (suite == 1 && length == 32) || (suite == 2 && length == 1216);
        bytes memory call = abi.encodeCall(IKeyDirectory.publishKey, (suite, _repeat(seed, length)));
        (bool accepted, ) = address(_directory).call(call);
        require(accepted == isKey, "a key is accepted exactly when its suite has its length");
    }

    /// @notice A signed key counts once, as the next one, up to and including its deadline.
    function testFuzz_signedKeyCountsOnce(
        uint256 key,
        bytes32 x25519,
        uint32 nonce,
        uint40 deadline,
        uint40 time
    ) external {
        key = 1 + (key % (TypedData.ORDER - 1));
        if (nonce % 2 == 0) nonce = 0;
        if (time % 4 < 3) time = uint40(uint256(deadline) + (time % 4));
        IKeyDirectory.PublishKey memory message;
        (message.owner, message.suite, message.key) = (vm.addr(key), 1, abi.encodePacked(x25519));
        message.nonce = nonce;
        bytes memory call = abi.encodeCall(
            IKeyDirectory.publishKeyBySig,
            (message, deadline, TypedData.sign(key, _digest(message, deadline)))
        );
        vm.warp(time);
        (bool accepted, ) = address(_directory).call(call);
        require(accepted == (nonce == 0 && time <= deadline), "a signed key counts as the next one until its deadline");
        (accepted, ) = address(_directory).call(call);
        require(!accepted || nonce == 1, "a signed key counts once");
    }

    function _digest(IKeyDirectory.PublishKey memory message, uint256 deadline) private view returns (bytes32) {
        bytes32 typeHash = keccak256("PublishKey(address owner,uint8 suite,bytes key,uint32 nonce,uint256 deadline)");
        bytes32 keyHash = keccak256(message.key);
        bytes32 structHash = keccak256(
            abi.encode(typeHash, message.owner, message.suite, keyHash, message.nonce, deadline)
        );
        return TypedData.digest(address(_directory), block.chainid, structHash);
    }

    function _requireKey(address owner, bytes memory key, uint32 nonce, uint8 suite) private view {
        (bytes24 hash, uint32 storedNonce, uint8 storedSuite) = _directory.keys(owner);
        require(hash == bytes24(keccak256(key)), "the hash is of the last key");
        require(storedNonce == nonce, "the nonce counts the keys");
        require(storedSuite == suite, "the suite is the one of the last key");
    }

    /// @dev The directory's mapping comes after the two slots of EIP712.
    function _slot(address owner) private pure returns (bytes32) {
        return keccak256(abi.encode(owner, 2));
    }

    function _repeat(bytes32 seed, uint256 length) private pure returns (bytes memory key) {
        key = new bytes(length);
        for (uint256 i = 0; i < length; ++i) key[i] = seed[i % 32];
    }
}
