// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/power_vfs.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace jjak::faults {

namespace {

//! What SQLite holds of an open file; it only ever sees the first member.
struct Handle {
    sqlite3_file base;
    PowerDisk *disk;
    std::shared_ptr<DiskFile> file;
    std::string name;
    bool deleteOnClose;
};

Handle &handle(sqlite3_file *file)
{
    return *reinterpret_cast<Handle *>(file);
}

PowerDisk &diskOf(sqlite3_vfs *vfs)
{
    return *static_cast<PowerDisk *>(vfs->pAppData);
}

int closeFile(sqlite3_file *file)
{
    Handle &h = handle(file);
    if (h.deleteOnClose && !h.disk->isOff())
        h.disk->remove(h.name, true);
    h.~Handle();
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    const Handle &h = handle(file);
    if (h.disk->isOff())
        return SQLITE_IOERR_READ;
    const std::vector<char> &bytes = h.file->now;
    const std::size_t wanted = size > 0 ? std::size_t(size) : 0, from = std::size_t(offset);
    const std::size_t there = from < bytes.size() ? std::min(wanted, bytes.size() - from) : 0;
    std::memset(to, 0, wanted);
    std::copy_n(bytes.begin() + std::ptrdiff_t(there ? from : 0), there, static_cast<char *>(to));
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    Handle &h = handle(file);
    if (h.disk->isOff())
        return SQLITE_IOERR_WRITE;
    const Fault fault = h.disk->next(PowerDisk::Operation::Write);
    if (fault == Fault::None || fault == Fault::PowerOff) // what is on its way when the power goes may still arrive
        h.file->write(offset, static_cast<const char *>(data), size);
    return fault == Fault::None ? SQLITE_OK : fault == Fault::NoSpace ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    Handle &h = handle(file);
    if (h.disk->next(PowerDisk::Operation::Write) != Fault::None)
        return SQLITE_IOERR_TRUNCATE;
    if (size < sqlite3_int64(h.file->now.size()))
        h.file->truncate(size);
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    Handle &h = handle(file);
    const Fault fault = h.disk->next(PowerDisk::Operation::Sync);
    if (fault == Fault::SyncError)
        h.file->failSync();
    else if (fault == Fault::None)
        h.file->sync();
    return fault == Fault::None ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = sqlite3_int64(handle(file).file->now.size());
    return handle(file).disk->isOff() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int grantLock(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int checkLock(sqlite3_file *, int *taken)
{
    *taken = 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

//! Both as SQLite's own VFS says on Linux; sectors of the PowerDisk are smaller, which is harder.
int sectorSize(sqlite3_file *)
{
    return 4096;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    Handle &h = handle(file);
    auto &regions = h.disk->sharedMemory(h.name);
    *out = nullptr;
    if (h.disk->isOff() || size > 32768)
        return SQLITE_IOERR_SHMMAP;
    while (extend && int(regions.size()) <= region)
        regions.push_back(std::make_unique<std::array<char, 32768>>());
    if (region < int(regions.size()))
        *out = regions[std::size_t(region)]->data();
    return SQLITE_OK;
}

int lockShared(sqlite3_file *, int, int, int)
{
    return SQLITE_OK;
}

void barrier(sqlite3_file *) {}

int unmapShared(sqlite3_file *file, int forGood)
{
    if (forGood)
        handle(file).disk->dropSharedMemory(handle(file).name);
    return SQLITE_OK;
}

constexpr sqlite3_io_methods methods{
    2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, grantLock, grantLock, checkLock, fileControl, sectorSize, characteristics, mapShared, lockShared, barrier, unmapShared,
    nullptr, nullptr};

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    PowerDisk &disk = diskOf(vfs);
    file->pMethods = nullptr;
    const std::string name = path ? path : "temporary";
    const auto found = disk.isOff() ? nullptr : disk.open(name, flags & SQLITE_OPEN_CREATE);
    if (!found)
        return SQLITE_CANTOPEN;
    new (file) Handle{{&methods}, &disk, found, name, bool(flags & SQLITE_OPEN_DELETEONCLOSE)};
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    PowerDisk &disk = diskOf(vfs);
    if (disk.next(PowerDisk::Operation::Delete) != Fault::None)
        return SQLITE_IOERR_DELETE;
    if (!disk.exists(path))
        return SQLITE_IOERR_DELETE_NOENT;
    disk.remove(path, syncFolder);
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs *vfs, const char *path, int, int *result)
{
    *result = diskOf(vfs).exists(path);
    return diskOf(vfs).isOff() ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *path, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs *vfs, int size, char *out)
{
    diskOf(vfs).rng().fill({reinterpret_cast<std::uint8_t *>(out), std::size_t(size)});
    return size;
}

int sleepMicroseconds(sqlite3_vfs *, int microseconds)
{
    return microseconds;
}

int currentTime(sqlite3_vfs *, sqlite3_int64 *milliseconds)
{
    *milliseconds = 212'600'000'000'000; // Julian, any day will do
    return SQLITE_OK;
}

int lastError(sqlite3_vfs *, int, char *)
{
    return 0;
}

} // namespace

PowerVfs::PowerVfs(PowerDisk &disk)
{
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = int(sizeof(Handle));
    m_vfs.mxPathname = 256;
    m_vfs.zName = "power";
    m_vfs.pAppData = &disk;
    m_vfs.xOpen = openFile;
    m_vfs.xDelete = deleteFile;
    m_vfs.xAccess = accessFile;
    m_vfs.xFullPathname = fullPath;
    m_vfs.xRandomness = randomness;
    m_vfs.xSleep = sleepMicroseconds;
    m_vfs.xGetLastError = lastError;
    m_vfs.xCurrentTimeInt64 = currentTime;
    sqlite3_vfs_register(&m_vfs, 1);
}

PowerVfs::~PowerVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

} // namespace jjak::faults
