// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IKeyDirectory} from "../interfaces/IKeyDirectory.sol";
import {Signature} from "../signing/Signature.sol";

/// @title The public keys of all addresses
/// @notice Keeps what {IKeyDirectory} promises.
contract KeyDirectory is IKeyDirectory, EIP712 {
    bytes32 private constant PUBLISH_KEY_TYPEHASH = keccak256(
        "PublishKey(address owner,uint8 suite,bytes key,uint32 nonce,uint256 deadline)"
    );

    uint256 private constant X25519_LENGTH = 32;
    uint256 private constant X_WING_LENGTH = 1216;

    /// @inheritdoc IKeyDirectory
    mapping(address owner => Key) public keys;

    constructor() EIP712("Ownchart", "1") {}

    /// @inheritdoc IKeyDirectory
    function publishKey(uint8 suite, bytes calldata key) external {
        _publish(msg.sender, suite, key, keccak256(key));
    }

    /// @inheritdoc IKeyDirectory
    function publishKeyBySig(PublishKey calldata message, uint256 deadline, bytes calldata signature) external {
        if (block.timestamp > deadline) revert KeySignatureExpired(deadline);
        (address owner, uint8 suite, bytes32 hash) = (message.owner, message.suite, keccak256(message.key));
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(PUBLISH_KEY_TYPEHASH, owner, suite, hash, message.nonce, deadline))
        );
        if (!Signature.isValid(owner, digest, signature)) revert KeySignatureInvalid(owner);

        uint32 nonce = keys[owner].nonce;
        if (message.nonce != nonce) revert KeyNonceStale(owner, nonce, message.nonce);
        _publish(owner, suite, message.key, hash);
    }

    function _publish(address owner, uint8 suite, bytes calldata key, bytes32 hash) private {
        if (suite != 1 && suite != 2) revert KeySuiteUnknown(suite);
        uint256 length = suite == 1 ? X25519_LENGTH : X_WING_LENGTH;
        if (key.length != length) revert KeyLengthWrong(suite, length, key.length);

        Key storage current = keys[owner];
        uint32 nonce = current.nonce;
        current.hash = bytes24(hash);
        unchecked {
            current.nonce = nonce + 1;
        }
        current.suite = suite;
        emit KeyPublished(owner, suite, key);
    }
}
