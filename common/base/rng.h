// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace jjak {

//! Where chance comes from. Production draws from the system's generator, tests from a seed.
class Rng {
public:
    virtual ~Rng() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    //! Evenly distributed in [0, bound); bound >= 1.
    std::uint64_t below(std::uint64_t bound);
};

//! The operating system's cryptographic generator; may be used from any thread.
class SystemRng final : public Rng {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

//! Repeatable: the same seed gives the same bytes on every platform (SplitMix64, Steele et al. 2014). Not for secrets.
class SeededRng final : public Rng {
public:
    explicit SeededRng(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

} // namespace jjak
