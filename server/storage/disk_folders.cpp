// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/disk_folders.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/storage/log.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! An open file of the system that is closed with it.
class Descriptor {
public:
    Descriptor(const QString &path, int flags) : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    operator int() const { return m_number; }

private:
    int m_number;
};

qint64 sizeOf(int file)
{
    struct stat about;
    return file >= 0 && ::fstat(file, &about) == 0 ? qint64(about.st_size) : 0;
}

bool makeFolder(const QString &path)
{
    return ::mkdir(QFile::encodeName(path).constData(), S_IRWXU) == 0 || errno == EEXIST;
}

bool synced(const QString &path, int flags)
{
    const Descriptor file(path, O_RDONLY | flags);
    return file >= 0 && ::fsync(file) == 0;
}

bool writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(std::max<ssize_t>(written, 0));
    }
    return true;
}

} // namespace

DiskUploads::DiskUploads(const QString &dataFolder) : m_folder(QDir(dataFolder).filePath(u"uploads"_s)) {}

QString DiskUploads::folder(UploadId id) const
{
    return m_folder + u'/' + QString::fromLatin1(id.toBytes().toHex());
}

QString DiskUploads::path(UploadId id)
{
    return folder(id) + u"/bytes"_s;
}

qint64 DiskUploads::size(UploadId id)
{
    return sizeOf(Descriptor(path(id), O_RDONLY));
}

Result<qint64> DiskUploads::append(UploadId id, QByteArrayView bytes)
{
    const Error unavailable = Error::later(ErrorCode::Unavailable, 1s);
    if (!makeFolder(m_folder) || !makeFolder(folder(id)))
        return unavailable;
    const Descriptor file(path(id), O_WRONLY | O_CREAT | O_APPEND);
    if (file < 0)
        return unavailable;
    const qint64 before = sizeOf(file);
    if (writeAll(file, bytes))
        return before + bytes.size();
    qCWarning(storageLog, "an upload cannot be written: %ls", qUtf16Printable(qt_error_string()));
    if (::ftruncate(file, before) != 0)
        remove(id); // half a chunk would be taken for its place
    return unavailable;
}

QString DiskUploads::makeRoom(UploadId id)
{
    QTemporaryDir made(folder(id) + u"/made-XXXXXX"_s);
    made.setAutoRemove(false);
    return made.isValid() ? made.path() : QString();
}

std::optional<app::StagedFile> DiskUploads::seal(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) || ::fsync(file.handle()) != 0)
        return std::nullopt;
    return app::StagedFile{path, hash.result(), file.size()};
}

void DiskUploads::remove(UploadId id)
{
    QDir(folder(id)).removeRecursively();
}

QList<UploadId> DiskUploads::all()
{
    QList<UploadId> out;
    for (const QString &name : QDir(m_folder).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const auto id = UploadId::fromBytes(QByteArray::fromHex(name.toLatin1()));
        if (!id.isNull() && QString::fromLatin1(id.toBytes().toHex()) == name)
            out.append(id);
    }
    return out;
}

DiskFiles::DiskFiles(const QString &dataFolder) : m_dataFolder(dataFolder), m_folder(QDir(dataFolder).filePath(u"files"_s)) {}

QString DiskFiles::shelf(int number) const
{
    return m_folder + u'/' + QString::number(number, 16).rightJustified(2, u'0');
}

QString DiskFiles::path(const app::FileHash &hash) const
{
    return shelf(quint8(hash.at(0))) + u'/' + QString::fromLatin1(hash.toHex());
}

bool DiskFiles::put(const app::StagedFile &file)
{
    const int number = quint8(file.hash.at(0));
    if (!prepareShelf(number))
        return false;
    // Linked, not moved: when the commit fails the upload is still whole.
    const QByteArray from = QFile::encodeName(file.path), to = QFile::encodeName(path(file.hash));
    if (::link(from.constData(), to.constData()) != 0 && errno != EEXIST) {
        qCWarning(storageLog, "a file cannot be put into the store: %ls", qUtf16Printable(qt_error_string()));
        return false;
    }
    return synced(shelf(number), O_DIRECTORY);
}

bool DiskFiles::prepareShelf(int number)
{
    if (m_prepared.test(size_t(number)))
        return true;
    if (!makeFolder(m_folder) || !makeFolder(shelf(number)) || !synced(m_dataFolder, O_DIRECTORY) || !synced(m_folder, O_DIRECTORY))
        return false;
    m_prepared.set(size_t(number));
    return true;
}

void DiskFiles::remove(const app::FileHash &hash)
{
    QFile::remove(path(hash));
}

std::optional<QByteArray> DiskFiles::read(const app::FileHash &hash, qint64 offset, int most)
{
    const Descriptor file(path(hash), O_RDONLY);
    if (file < 0)
        return std::nullopt;
    QByteArray bytes(most, Qt::Uninitialized);
    qsizetype have = 0;
    while (have < most) {
        const ssize_t got = ::pread(file, bytes.data() + have, size_t(most - have), offset + have);
        if (got < 0 && errno != EINTR)
            return std::nullopt;
        if (got == 0)
            break;
        have += std::max<ssize_t>(got, 0);
    }
    bytes.truncate(have);
    return bytes;
}

QList<app::FileHash> DiskFiles::all(int number)
{
    QList<app::FileHash> out;
    for (const QString &name : QDir(shelf(number)).entryList(QDir::Files | QDir::Hidden)) {
        const QByteArray hash = QByteArray::fromHex(name.toLatin1());
        if (hash.size() == 32 && QString::fromLatin1(hash.toHex()) == name)
            out.append(hash);
    }
    return out;
}

} // namespace jjak::storage
