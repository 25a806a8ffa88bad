// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/power_disk.h"

#include <algorithm>
#include <cstring>

namespace jjak::faults {

void DiskFile::remember(std::int64_t from, std::int64_t to)
{
    for (std::int64_t i = from / sector; i * sector < to; ++i) {
        if (!m_platter.contains(i)) {
            Sector old{};
            const std::int64_t size = std::min<std::int64_t>(sector, std::int64_t(now.size()) - i * sector);
            if (size > 0)
                std::memcpy(old.data(), now.data() + i * sector, std::size_t(size));
            m_platter.emplace(i, old);
        }
        m_forgotten.erase(i);
    }
}

void DiskFile::write(std::int64_t offset, const char *data, std::int64_t size)
{
    remember(offset, offset + size);
    if (std::int64_t(now.size()) < offset + size)
        now.resize(std::size_t(offset + size));
    std::memcpy(now.data() + offset, data, std::size_t(size));
}

void DiskFile::truncate(std::int64_t size)
{
    remember(size, std::int64_t(now.size()));
    now.resize(std::size_t(size));
}

void DiskFile::sync()
{
    std::erase_if(m_platter, [this](const auto &entry) { return !m_forgotten.contains(entry.first); });
    m_platterSize = std::int64_t(now.size());
    m_synced = true;
}

void DiskFile::failSync()
{
    for (const auto &[number, old] : m_platter)
        m_forgotten.insert(number);
}

void DiskFile::cut(Rng &rng)
{
    const std::int64_t seen = std::int64_t(now.size()), low = std::min(seen, m_platterSize), high = std::max(seen, m_platterSize);
    const bool kept = rng.below(2) == 1;
    const std::int64_t size = kept ? seen : low + std::int64_t(rng.below(std::uint64_t(high - low + 1)));
    now.resize(std::size_t(high));
    for (const auto &[number, old] : m_platter) {
        const std::int64_t length = std::min(sector, high - number * sector);
        if (length > 0 && (m_forgotten.contains(number) || rng.below(2) == 1))
            std::memcpy(now.data() + number * sector, old.data(), std::size_t(length));
    }
    now.resize(std::size_t(size));
    m_platter.clear();
    m_forgotten.clear();
    m_platterSize = size;
    m_synced = true;
}

void PowerDisk::failAt(std::int64_t operation, Fault fault, bool lasting)
{
    m_operations = 0;
    m_failAt = operation;
    m_fault = fault;
    m_lasting = lasting;
    m_struck = false;
}

Fault PowerDisk::next(Operation operation)
{
    if (m_off)
        return Fault::PowerOff;
    ++m_operations;
    if (m_fault == Fault::None || m_operations < m_failAt || (m_struck && !m_lasting))
        return Fault::None;
    // A fault of one kind waits for the next operation that it can befall.
    const bool befalls = m_fault == Fault::PowerOff || (m_fault == Fault::SyncError) == (operation == Operation::Sync);
    if (!befalls || (operation == Operation::Delete && m_fault != Fault::PowerOff))
        return Fault::None;
    m_struck = true;
    m_off = m_fault == Fault::PowerOff;
    return m_fault;
}

std::shared_ptr<DiskFile> PowerDisk::open(const std::string &name, bool create)
{
    const auto it = m_files.find(name);
    if (it != m_files.end())
        return it->second;
    return create ? m_files[name] = std::make_shared<DiskFile>() : nullptr;
}

void PowerDisk::remove(const std::string &name, bool forGood)
{
    const auto node = m_files.extract(name);
    if (node && !forGood)
        m_removed[name] = node.mapped();
}

void PowerDisk::restart()
{
    for (auto &[name, file] : m_removed) {
        if (!m_files.contains(name) && m_rng.below(2) == 1)
            m_files[name] = file;
    }
    m_removed.clear();
    std::erase_if(m_files, [this](const auto &entry) { return !entry.second->wasEverSynced() && m_rng.below(2) == 1; });
    for (auto &[name, file] : m_files)
        file->cut(m_rng);
    m_shared.clear();
    m_off = false;
    heal();
}

std::map<std::string, DiskFile> PowerDisk::snapshot() const
{
    std::map<std::string, DiskFile> out;
    for (const auto &[name, file] : m_files) {
        out[name].now = file->now;
        out[name].sync();
    }
    return out;
}

void PowerDisk::reset(const std::map<std::string, DiskFile> &files)
{
    m_files.clear();
    m_removed.clear();
    m_shared.clear();
    for (const auto &[name, file] : files)
        m_files[name] = std::make_shared<DiskFile>(file);
    m_off = false;
    heal();
}

} // namespace jjak::faults
