// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IConsentRegistry} from "../interfaces/IConsentRegistry.sol";
import {Signature} from "../signing/Signature.sol";
import {ConsentRules} from "./ConsentRules.sol";

/// @title The consents of all subjects
/// @notice Lets subjects speak for themselves, by a transaction of their own or by a signature that anybody may bring.
/// What then happens stands in {ConsentRules}.
contract ConsentRegistry is ConsentRules, EIP712 {
    bytes32 private constant OPEN_CHART_TYPEHASH = keccak256(
        "OpenChart(address subject,bytes32 keyset,uint256 deadline)"
    );
    bytes32 private constant GRANT_TYPEHASH = keccak256(
        "Grant(address subject,address grantee,bool read,bool contribute,uint40 validFrom,uint40 validUntil,"
        "bytes32 terms,bytes32 nextKeyset,uint32 grantNonce,uint32 generation,uint32 epoch,uint256 deadline)"
    );
    bytes32 private constant REVOKE_TYPEHASH = keccak256(
        "Revoke(address subject,address grantee,bytes32 nextKeyset,uint32 revokeNonce,uint32 epoch,"
        "uint256 deadline)"
    );
    bytes32 private constant REVOKE_ALL_TYPEHASH = keccak256(
        "RevokeAll(address subject,bytes32 nextKeyset,uint32 generation,uint32 epoch,uint256 deadline)"
    );
    bytes32 private constant ROTATE_TYPEHASH = keccak256(
        "Rotate(address subject,uint32 epoch,bytes32 nextKeyset,uint256 deadline)"
    );

    constructor() EIP712("Ownchart", "1") {}

    /// @inheritdoc IConsentRegistry
    function openChart(bytes32 keyset) external {
        _openChart(msg.sender, keyset);
    }

    /// @inheritdoc IConsentRegistry
    function openChartBySig(OpenChart calldata message, uint256 deadline, bytes calldata signature) external {
        address subject = message.subject;
        _requireSignature(subject, keccak256(abi.encode(OPEN_CHART_TYPEHASH, message, deadline)), deadline, signature);
        _openChart(subject, message.keyset);
    }

    /// @inheritdoc IConsentRegistry
    function grant(
        address grantee,
        bool read,
        bool contribute,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 terms,
        bytes32 nextKeyset
    ) external {
        _grant(msg.sender, grantee, _permissions(read, contribute), validFrom, validUntil, terms);
        if (nextKeyset != 0) _rotate(charts[msg.sender], msg.sender, nextKeyset);
    }

    /// @inheritdoc IConsentRegistry
    function grantBySig(Grant calldata message, uint256 deadline, bytes calldata signature) external {
        (address subject, address grantee) = (message.subject, message.grantee);
        _requireSignature(subject, keccak256(abi.encode(GRANT_TYPEHASH, message, deadline)), deadline, signature);
        Chart storage chart = charts[subject];
        _requireGeneration(chart, subject, message.generation);
        uint32 nonce = grants[subject][grantee].grantNonce;
        if (message.grantNonce != nonce) revert ConsentNonceStale(nonce, message.grantNonce);

        uint8 permissions = _permissions(message.read, message.contribute);
        _grant(subject, grantee, permissions, message.validFrom, message.validUntil, message.terms);
        if (message.nextKeyset != 0) {
            _requireEpoch(chart, subject, message.epoch);
            _rotate(chart, subject, message.nextKeyset);
        }
    }

    /// @inheritdoc IConsentRegistry
    function revoke(address grantee, bytes32 nextKeyset) external {
        _revoke(grants[msg.sender][grantee], msg.sender, grantee);
        if (nextKeyset != 0) _rotateIfItFits(charts[msg.sender], msg.sender, nextKeyset);
    }

    /// @inheritdoc IConsentRegistry
    function revokeBySig(Revoke calldata message, uint256 deadline, bytes calldata signature) external {
        (address subject, address grantee) = (message.subject, message.grantee);
        _requireSignature(subject, keccak256(abi.encode(REVOKE_TYPEHASH, message, deadline)), deadline, signature);
        GrantState storage state = grants[subject][grantee];
        uint32 nonce = state.revokeNonce;
        if (message.revokeNonce != nonce) revert ConsentNonceStale(nonce, message.revokeNonce);

        _revoke(state, subject, grantee);
        Chart storage chart = charts[subject];
        bool rotates = message.nextKeyset != 0 && message.epoch == chart.epoch;
        if (rotates) _rotateIfItFits(chart, subject, message.nextKeyset);
    }

    /// @inheritdoc IConsentRegistry
    function revokeAll(bytes32 nextKeyset) external {
        _revokeAll(charts[msg.sender], msg.sender, true, nextKeyset);
    }

    /// @inheritdoc IConsentRegistry
    function revokeAllBySig(RevokeAll calldata message, uint256 deadline, bytes calldata signature) external {
        address subject = message.subject;
        _requireSignature(subject, keccak256(abi.encode(REVOKE_ALL_TYPEHASH, message, deadline)), deadline, signature);
        Chart storage chart = charts[subject];
        _requireGeneration(chart, subject, message.generation);
        _revokeAll(chart, subject, message.epoch == chart.epoch, message.nextKeyset);
    }

    /// @inheritdoc IConsentRegistry
    function rotate(uint32 epoch, bytes32 nextKeyset) external {
        Chart storage chart = charts[msg.sender];
        _requireEpoch(chart, msg.sender, epoch);
        _rotate(chart, msg.sender, nextKeyset);
    }

    /// @inheritdoc IConsentRegistry
    function rotateBySig(Rotate calldata message, uint256 deadline, bytes calldata signature) external {
        address subject = message.subject;
        _requireSignature(subject, keccak256(abi.encode(ROTATE_TYPEHASH, message, deadline)), deadline, signature);
        Chart storage chart = charts[subject];
        _requireEpoch(chart, subject, message.epoch);
        _rotate(chart, subject, message.nextKeyset);
    }

    function _requireEpoch(Chart storage chart, address subject, uint32 epoch) private view {
        (uint32 generation, uint32 current) = (chart.generation, chart.epoch);
        if (generation == 0) revert ConsentChartNotOpen(subject);
        if (epoch != current) revert ConsentEpochStale(current, epoch);
    }

    function _requireGeneration(Chart storage chart, address subject, uint32 generation) private view {
        uint32 current = chart.generation;
        if (current == 0) revert ConsentChartNotOpen(subject);
        if (generation != current) revert ConsentGenerationStale(current, generation);
    }

    function _requireSignature(
        address subject,
        bytes32 structHash,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        if (block.timestamp > deadline) revert ConsentSignatureExpired(deadline);
        bool signed = Signature.isValid(subject, _hashTypedDataV4(structHash), signature);
        if (!signed) revert ConsentSignatureInvalid(subject);
    }
}
