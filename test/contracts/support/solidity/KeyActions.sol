// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IKeyDirectory} from "../../../../contracts/interfaces/IKeyDirectory.sol";
import {KeyDirectory} from "../../../../contracts/keys/KeyDirectory.sol";
import {Clock} from "./Clock.sol";

/// @title Three owners of keys, of both suites and of none, an attacker, and whoever carries signatures
abstract contract KeyActions is Clock {
    /// @dev A key to be published; the bytes follow from their origin.
    struct Wish {
        address owner;
        uint8 suite;
        uint256 length;
        uint256 origin;
    }

    struct Paper {
        Wish wish;
        uint256 deadline;
        uint256 publications;
        bytes data;
    }

    struct Story {
        uint256 publications;
        bytes32 hash;
        uint8 suite;
    }

    KeyDirectory private immutable _directory = new KeyDirectory();

    address[] private _owners;
    Paper[] private _papers;

    mapping(address owner => Story) private _stories;
    mapping(address owner => uint32) private _nonceSeen;

    constructor() {
        _owners = [_introduce("owner 0"), _introduce("owner 1"), _introduce("owner 2")];
    }

    function publishKey(uint256 seed) external {
        _roll(seed);
        Wish memory wish = _drawWish();
        bytes memory data = abi.encodeCall(IKeyDirectory.publishKey, (wish.suite, _key(wish)));
        bool accepted = _send(wish.owner, address(_directory), data);
        _check(accepted == _isKey(wish), "a key is accepted exactly when its suite has its length");
        _settle(wish, accepted);
    }

    function sign(uint256 seed) external {
        _roll(seed);
        _keep(_drawWish());
    }

    function signAndBring(uint256 seed) external {
        _roll(seed);
        _bring(_keep(_drawWish()));
    }

    function bring(uint256 seed) external {
        _roll(seed);
        if (_papers.length == 0) _keep(_drawWish());
        _bring(_papers[_oneIn(2) ? _papers.length - 1 : _draw(_papers.length)]);
    }

    function forge(uint256 seed) external {
        _roll(seed);
        Wish memory wish = _drawWish();
        IKeyDirectory.PublishKey memory message = _message(wish);
        uint256 deadline = _drawDeadline();
        bytes memory signature = _forge(wish.owner, address(_directory), _structHash(message, deadline));
        if (_oneIn(2)) {
            signature = _sign(wish.owner, address(_directory), _structHash(message, deadline));
            uint256 part = _draw(5);
            if (part == 0) message.owner = wish.owner == _owners[0] ? _owners[1] : _owners[0];
            else if (part == 1) message.suite ^= 1;
            else if (part == 2) message.key = abi.encodePacked(message.key, hex"00");
            else if (part == 3) ++message.nonce;
            else ++deadline;
        }
        bytes memory data = abi.encodeCall(IKeyDirectory.publishKeyBySig, (message, deadline, signature));
        _check(
            !_send(_anybody(), address(_directory), data),
            "only the owner's own signature publishes the owner's key"
        );
    }

    function requireLastKeys() external view {
        for (uint256 i = 0; i < _owners.length; ++i) {
            Story storage story = _stories[_owners[i]];
            (bytes24 hash, uint32 nonce, uint8 suite) = _directory.keys(_owners[i]);
            require(hash == bytes24(story.hash) && suite == story.suite, "the key is the last one accepted");
            require(nonce == story.publications, "the nonce counts the accepted keys");
        }
    }

    function _bring(Paper storage paper) private {
        Wish memory wish = paper.wish;
        bool counts = block.timestamp <= paper.deadline && paper.publications == _stories[wish.owner].publications;
        bool accepted = _send(_anybody(), address(_directory), paper.data);
        _check(!accepted || counts, "a signed key counts until the deadline, and only as the owner's next key");
        _check(
            accepted == (counts && _isKey(wish)),
            "a signed key over the present is accepted exactly when it is one"
        );
        _settle(wish, accepted);
    }

    function _keep(Wish memory wish) private returns (Paper storage paper) {
        uint256 deadline = _drawDeadline();
        IKeyDirectory.PublishKey memory message = _message(wish);
        bytes memory signature = _sign(wish.owner, address(_directory), _structHash(message, deadline));
        paper = _papers.push();
        paper.wish = wish;
        paper.deadline = deadline;
        paper.publications = _stories[wish.owner].publications;
        paper.data = abi.encodeCall(IKeyDirectory.publishKeyBySig, (message, deadline, signature));
    }

    function _settle(Wish memory wish, bool accepted) private {
        Story storage story = _stories[wish.owner];
        if (accepted) (story.hash, story.suite) = (keccak256(_key(wish)), wish.suite);
        if (accepted) ++story.publications;
        (, uint32 nonce, ) = _directory.keys(wish.owner);
        _check(nonce >= _nonceSeen[wish.owner], "no nonce falls");
        _nonceSeen[wish.owner] = nonce;
    }

    function _drawWish() private returns (Wish memory wish) {
        wish.owner = _pick(_owners);
        wish.suite = uint8(_oneIn(10) ? _draw(256) : 1 + _draw(2));
        wish.length = wish.suite == 1 ? 32 : 1216;
        if (_oneIn(10)) wish.length = wish.length + 1 - 2 * _draw(2);
        wish.origin = _draw(type(uint256).max);
    }

    function _message(Wish memory wish) private view returns (IKeyDirectory.PublishKey memory) {
        (, uint32 nonce, ) = _directory.keys(wish.owner);
        return IKeyDirectory.PublishKey(wish.owner, wish.suite, _key(wish), nonce);
    }

    function _structHash(IKeyDirectory.PublishKey memory message, uint256 deadline) private pure returns (bytes32) {
        bytes32 typeHash = keccak256("PublishKey(address owner,uint8 suite,bytes key,uint32 nonce,uint256 deadline)");
        bytes32 keyHash = keccak256(message.key);
        return keccak256(abi.encode(typeHash, message.owner, message.suite, keyHash, message.nonce, deadline));
    }

    function _isKey(Wish memory wish) private pure returns (bool) {
        return (wish.suite == 1 && wish.length == 32) || (wish.suite == 2 && wish.length == 1216);
    }

    function _key(Wish memory wish) private pure returns (bytes memory key) {
        key = new bytes(wish.length);
        for (uint256 i = 0; i < key.length && i < 32; ++i) key[i] = bytes32(wish.origin)[i];
    }
}
