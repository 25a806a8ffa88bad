// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/base/rng.h"

namespace jjak::faults {

//! One file of a PowerDisk: what programs see, and what a power cut would leave of it.
class DiskFile {
public:
    static constexpr std::int64_t sector = 512;

    std::vector<char> now; //!< as programs see it

    void write(std::int64_t offset, const char *data, std::int64_t size);
    void truncate(std::int64_t size);
    void sync();
    //! A sync that failed: the system forgets what was not written, though programs go on seeing it (what Linux does).
    void failSync();
    //! The power is gone: every sector that was not synced is either as it was or as it should have become, each by itself.
    void cut(Rng &rng);
    bool wasEverSynced() const { return m_synced; }

private:
    using Sector = std::array<char, std::size_t(sector)>;
    void remember(std::int64_t from, std::int64_t to);

    std::map<std::int64_t, Sector> m_platter; //!< the old content of sectors that differ from it
    std::set<std::int64_t> m_forgotten;       //!< those among them that no later sync will write
    std::int64_t m_platterSize = 0;
    bool m_synced = false;
};

//! What goes wrong with an operation.
enum class Fault { None, PowerOff, NoSpace, WriteError, SyncError };

//! A disk in memory on which the power can be cut, space can run out and operations can fail, at an operation chosen
//! beforehand. Operations are writes, truncations, syncs and deletions; they are counted from 1.
class PowerDisk {
public:
    explicit PowerDisk(std::uint64_t seed) : m_rng(seed) {}

    //! The next operation of that number, counted from now, fails; with `lasting` also all of its kind after it.
    void failAt(std::int64_t operation, Fault fault, bool lasting = false);
    void heal() { failAt(0, Fault::None); }
    std::int64_t operations() const { return m_operations; } //!< since failAt()
    bool struck() const { return m_struck; }                 //!< the chosen fault has happened
    bool isOff() const { return m_off; }

    //! Cuts the power, if it is not off yet, and switches it on again: what was not synced is decided by chance.
    void restart();
    //! All files as they are now, all synced; for going back to.
    std::map<std::string, DiskFile> snapshot() const;
    void reset(const std::map<std::string, DiskFile> &files);

    //! For the VFS.
    enum class Operation { Write, Sync, Delete };
    //! What happens to the operation that is about to be done.
    Fault next(Operation operation);
    std::shared_ptr<DiskFile> open(const std::string &name, bool create);
    bool exists(const std::string &name) const { return m_files.contains(name); }
    void remove(const std::string &name, bool forGood);
    Rng &rng() { return m_rng; }
    std::vector<std::unique_ptr<std::array<char, 32768>>> &sharedMemory(const std::string &name) { return m_shared[name]; }
    void dropSharedMemory(const std::string &name) { m_shared.erase(name); }

private:
    std::map<std::string, std::shared_ptr<DiskFile>> m_files;
    std::map<std::string, std::shared_ptr<DiskFile>> m_removed; //!< the folder was not synced since
    std::map<std::string, std::vector<std::unique_ptr<std::array<char, 32768>>>> m_shared;
    SeededRng m_rng;
    std::int64_t m_operations = 0, m_failAt = 0;
    Fault m_fault = Fault::None;
    bool m_lasting = false, m_struck = false, m_off = false;
};

} // namespace jjak::faults
