// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentRegistry} from "../../../../contracts/interfaces/IConsentRegistry.sol";
import {ConsentModel} from "./ConsentModel.sol";
import {ConsentOrders} from "./ConsentOrders.sol";

/// @title Orders on paper: signed messages, kept, and brought whenever and by whomever
abstract contract ConsentPapers is ConsentModel {
    /// @dev A signed order, and how far the story had gone when it was signed.
    struct Paper {
        ConsentOrders.Order order;
        uint256 deadline;
        uint256 chapters;
        uint256 changes;
        uint256 revocations;
        bool brought;
        bytes data;
    }

    /// @dev A message as it is hashed and sent; all of its fields are single words.
    struct Message {
        bytes4 selector;
        bytes32 typeHash;
        bytes words;
    }

    IConsentRegistry internal immutable registry;

    Paper[] internal papers;

    constructor(IConsentRegistry registry_) {
        registry = registry_;
    }

    /// @dev Before its deadline, and over the present: a grant ends with any change to the grantee or with the chapter,
    /// a revocation with the next one, an end of all grants with the chapter.
    function _counts(Paper storage paper) internal view returns (bool) {
        ConsentOrders.Order storage order = paper.order;
        if (block.timestamp > paper.deadline) return false;
        bool sameChapter = stories[order.subject].chapters == paper.chapters;
        Given storage grant = given[order.subject][order.grantee];
        if (order.act == ConsentOrders.Act.Grant) return sameChapter && grant.changes == paper.changes;
        if (order.act == ConsentOrders.Act.Revoke) return grant.revocations == paper.revocations;
        return order.act != ConsentOrders.Act.RevokeAll || sameChapter;
    }

    function _keep(ConsentOrders.Order memory order) internal returns (Paper storage paper) {
        uint256 deadline = _drawDeadline();
        Message memory message = _message(order);
        bytes memory signature = _sign(order.subject, address(registry), _structHash(message, deadline));
        paper = papers.push();
        paper.order = order;
        paper.deadline = deadline;
        paper.chapters = stories[order.subject].chapters;
        paper.changes = given[order.subject][order.grantee].changes;
        paper.revocations = given[order.subject][order.grantee].revocations;
        paper.data = _bySig(message, deadline, signature);
    }

    /// @dev Mostly one that nobody brought so far; one brought before must never count again.
    function _drawPaper() internal returns (Paper storage) {
        uint256 start = _draw(papers.length);
        bool again = _oneIn(4);
        for (uint256 i = 0; i < papers.length; ++i) {
            Paper storage paper = papers[(start + i) % papers.length];
            if (paper.brought == again) return paper;
        }
        return papers[start];
    }

    /// @dev An order in the subject's name to which the subject never agreed: a bit of it was changed after it was
    /// signed, or the signature is not good.
    function _counterfeit(ConsentOrders.Order memory order) internal returns (bytes memory data) {
        uint256 deadline = _drawDeadline();
        Message memory message = _message(order);
        bytes32 structHash = _structHash(message, deadline);
        if (_oneIn(2)) return _bySig(message, deadline, _forge(order.subject, address(registry), structHash));

        data = _bySig(message, deadline, _sign(order.subject, address(registry), structHash));
        uint256 wordsBeforeSignature = message.words.length / 32 + 3;
        uint256 word = _draw(wordsBeforeSignature);
        if (word + 2 >= wordsBeforeSignature) word += 2;
        data[4 + 32 * word + 31] ^= 0x01;
    }

    /// @dev Names the nonces and the generation that the contract shows, as a wallet would.
    function _message(ConsentOrders.Order memory order) private view returns (Message memory) {
        address subject = order.subject;
        (uint32 generation, , ) = registry.charts(subject);
        if (order.act == ConsentOrders.Act.Grant) return _grantMessage(order, generation);
        if (order.act == ConsentOrders.Act.Open) {
            return
                Message(
                    IConsentRegistry.openChartBySig.selector,
                    keccak256("OpenChart(address subject,bytes32 keyset,uint256 deadline)"),
                    abi.encode(subject, order.keyset)
                );
        }
        if (order.act == ConsentOrders.Act.Rotate) {
            return
                Message(
                    IConsentRegistry.rotateBySig.selector,
                    keccak256("Rotate(address subject,uint32 epoch,bytes32 nextKeyset,uint256 deadline)"),
                    abi.encode(subject, order.epoch, order.keyset)
                );
        }
        if (order.act == ConsentOrders.Act.RevokeAll) {
            return
                Message(
                    IConsentRegistry.revokeAllBySig.selector,
                    keccak256(
                        "RevokeAll(address subject,bytes32 nextKeyset,uint32 generation,uint32 epoch,uint256 deadline)"
                    ),
                    abi.encode(subject, order.keyset, generation, order.epoch)
                );
        }
        (, , , , uint32 revokeNonce, ) = registry.grants(subject, order.grantee);
        return
            Message(
                IConsentRegistry.revokeBySig.selector,
                keccak256(
                    "Revoke(address subject,address grantee,bytes32 nextKeyset,uint32 revokeNonce,uint32 epoch,"
                    "uint256 deadline)"
                ),
                abi.encode(subject, order.grantee, order.keyset, revokeNonce, order.epoch)
            );
    }

    function _grantMessage(ConsentOrders.Order memory order, uint32 generation) private view returns (Message memory) {
        IConsentRegistry.Grant memory grant;
        grant.subject = order.subject;
        grant.grantee = order.grantee;
        (grant.read, grant.contribute) = (order.read, order.contribute);
        (grant.validFrom, grant.validUntil) = (order.from, order.until);
        (grant.terms, grant.nextKeyset) = ("terms", order.keyset);
        (, , , grant.grantNonce, , ) = registry.grants(order.subject, order.grantee);
        (grant.generation, grant.epoch) = (generation, order.epoch);
        return
            Message(
                IConsentRegistry.grantBySig.selector,
                keccak256(
                    "Grant(address subject,address grantee,bool read,bool contribute,uint40 validFrom,"
                    "uint40 validUntil,bytes32 terms,bytes32 nextKeyset,uint32 grantNonce,uint32 generation,"
                    "uint32 epoch,uint256 deadline)"
                ),
                abi.encode(grant)
            );
    }

    function _structHash(Message memory message, uint256 deadline) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(message.typeHash, message.words, deadline));
    }

    /// @dev What `abi.encodeCall` makes of a message of single words, a deadline and a signature.
    function _bySig(
        Message memory message,
        uint256 deadline,
        bytes memory signature
    ) private pure returns (bytes memory) {
        uint256 offset = message.words.length + 64;
        bytes memory tail = abi.encodePacked(
            deadline,
            offset,
            signature.length,
            signature,
            new bytes(96 - signature.length)
        );
        return abi.encodePacked(message.selector, message.words, tail);
    }
}
