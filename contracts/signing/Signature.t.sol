// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {TypedData} from "../../test/contracts/support/solidity/TypedData.sol";
import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {ChoosyWallet, ParrotWallet, RefusingWallet} from "../../test/contracts/support/solidity/Wallets.sol";
import {Signature} from "./Signature.sol";

/// @title What counts as an address's signature
contract SignatureTest {
    /// @notice A plain account signs with its key.
    function testFuzz_ownKeySigns(uint256 seed, bytes32 digest) external view {
        (uint256 key, address signer) = _account(seed);
        require(this.isValid(signer, digest, TypedData.sign(key, digest)), "an account's own signature counts");
    }

    function testFuzz_otherKeyDoesNotSign(uint256 seed, uint256 otherSeed, bytes32 digest) external view {
        (uint256 key, address signer) = _account(seed);
        (uint256 otherKey, ) = _account(otherSeed);
        vm.assume(key != otherKey);
        require(!this.isValid(signer, digest, TypedData.sign(otherKey, digest)), "another's signature does not count");
    }

    function testFuzz_otherDigestIsNotSigned(uint256 seed, bytes32 digest, bytes32 other) external view {
        vm.assume(digest != other);
        (uint256 key, address signer) = _account(seed);
        require(!this.isValid(signer, other, TypedData.sign(key, digest)), "a signature counts for its digest alone");
    }

    function testFuzz_changedByteIsNoSignature(uint256 seed, bytes32 digest, uint8 place, bytes1 change) external view {
        vm.assume(change != 0);
        (uint256 key, address signer) = _account(seed);
        bytes memory signature = TypedData.sign(key, digest);
        signature[place % 65] ^= change;
        require(!this.isValid(signer, digest, signature), "a changed signature does not count");
    }

    function testFuzz_noiseIsNoSignature(address signer, bytes32 digest, bytes calldata noise) external view {
        vm.assume(signer.code.length == 0);
        require(!this.isValid(signer, digest, noise), "noise does not count");
    }

    /// @notice One message has one signature: neither the form with the higher s nor that of ERC-2098 counts.
    function testFuzz_otherFormsDoNotCount(uint256 seed, bytes32 digest) external view {
        (uint256 key, address signer) = _account(seed);
        bytes memory signature = TypedData.sign(key, digest);
        require(!this.isValid(signer, digest, TypedData.malleate(signature)), "the higher s does not count");
        require(!this.isValid(signer, digest, TypedData.compact(signature)), "the compact form does not count");
        require(!this.isValid(signer, digest, abi.encodePacked(signature, hex"00")), "nothing may follow");
    }

    /// @notice The zero address signs nothing, although recovery fails with it.
    function testFuzz_zeroAddressSignsNothing(bytes32 digest, bytes32 r, bytes32 s, uint8 v) external view {
        require(!this.isValid(address(0), digest, abi.encodePacked(r, s, v)), "the zero address signs nothing");
        require(!this.isValid(address(0), digest, ""), "the zero address signs nothing");
    }

    /// @notice An account that gave itself code keeps its key (EIP-7702), whatever the code says.
    function testFuzz_accountWithCodeKeepsItsKey(uint256 seed, bytes32 digest) external {
        (uint256 key, address signer) = _account(seed);
        vm.etch(signer, address(new RefusingWallet()).code);
        require(this.isValid(signer, digest, TypedData.sign(key, digest)), "the key counts beside the code");
        bytes memory malleated = TypedData.malleate(TypedData.sign(key, digest));
        require(!this.isValid(signer, digest, malleated), "what the key did not sign is the code's to refuse");
    }

    /// @notice A wallet's code decides about each digest and signature (ERC-1271), of any length.
    function testFuzz_walletDecides(bytes32 digest, bytes32 other, bytes calldata signature) external {
        vm.assume(digest != other);
        address wallet = address(new ChoosyWallet(digest, signature));
        require(this.isValid(wallet, digest, signature), "what the wallet accepts counts");
        require(!this.isValid(wallet, other, signature), "what the wallet refuses does not count");
        bytes memory longer = abi.encodePacked(signature, hex"00");
        require(!this.isValid(wallet, digest, longer), "what the wallet refuses does not count");
    }

    /// @notice Whatever other answer a wallet gives, or a revert, is a no.
    function testFuzz_walletMustAnswerInFull(bytes calldata answer, bytes32 digest, bool reverts) external {
        bytes32 yes = bytes32(IERC1271.isValidSignature.selector);
        vm.assume(answer.length < 32 || bytes32(answer) != yes);
        require(!this.isValid(address(new ParrotWallet(answer, reverts)), digest, ""), "any other answer is a no");
        address reverting = address(new ParrotWallet(abi.encode(yes), true));
        require(!this.isValid(reverting, digest, ""), "a revert is a no");
        address terse = address(new ParrotWallet(abi.encodePacked(bytes4(yes)), false));
        require(!this.isValid(terse, digest, ""), "half an answer is a no");
    }

    function isValid(address signer, bytes32 digest, bytes calldata signature) external view returns (bool) {
        return Signature.isValid(signer, digest, signature);
    }

    function _account(uint256 seed) private pure returns (uint256 key, address account) {
        key = 1 + (seed % (TypedData.ORDER - 1));
        account = vm.addr(key);
    }
}
