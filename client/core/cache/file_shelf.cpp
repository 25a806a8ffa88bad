// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/cache/file_shelf.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

#include "client/core/log.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

// Room is made for some more at once, so that not every file that comes looks at all the others.
constexpr qint64 trimShare = 10;

//! Some file systems take upper and lower case for the same, so not the ids' own text.
template <class T>
QString hexOf(T id)
{
    return QString::fromLatin1(id.toBytes().toHex());
}

//! For the owner only, from its first moment.
bool makeFolder(const QString &path)
{
    return QDir().mkpath(path) && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!ok)
        qCWarning(logCache) << "a file cannot be kept:" << file.errorString();
    return ok;
}

QFileInfoList filesIn(const QString &folder)
{
    QFileInfoList out;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        it.next();
        out.append(it.fileInfo());
    }
    return out;
}

} // namespace

void FileShelf::open(const QString &folder)
{
    close();
    if (folder.isEmpty() || !makeFolder(folder) || !makeFolder(folder + u"/fetched"_s) || !makeFolder(folder + u"/outgoing"_s))
        return;
    m_folder = folder;
    const QFileInfoList files = filesIn(fetchedFolder());
    for (const QFileInfo &file : files)
        m_bytes += file.size();
    trim();
}

void FileShelf::close()
{
    m_folder.clear();
    m_memory.clear();
    m_bytes = 0;
}

void FileShelf::erase()
{
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
    close();
}

void FileShelf::eraseFetched()
{
    if (m_folder.isEmpty())
        return;
    QDir(fetchedFolder()).removeRecursively();
    makeFolder(fetchedFolder());
    m_bytes = 0;
}

std::optional<QByteArray> FileShelf::read(const QString &path) const
{
    QFile file(path);
    if (m_folder.isEmpty() || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return std::nullopt;
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return file.readAll();
}

void FileShelf::put(const QString &path, const QByteArray &bytes)
{
    remove(path);
    if (writeFile(path, bytes))
        m_bytes += bytes.size();
    trim();
}

std::optional<QByteArray> FileShelf::fetched(RoomId room, qint64 seq, bool thumbnail)
{
    return read(fetchedPath(room, seq, thumbnail));
}

void FileShelf::putFetched(RoomId room, qint64 seq, bool thumbnail, const QByteArray &bytes)
{
    if (!m_folder.isEmpty() && makeFolder(roomFolder(room)))
        put(fetchedPath(room, seq, thumbnail), bytes);
}

std::optional<QByteArray> FileShelf::picture(UploadId upload, bool thumbnail)
{
    return read(picturePath(upload, thumbnail));
}

void FileShelf::putPicture(UploadId upload, bool thumbnail, const QByteArray &bytes)
{
    if (!m_folder.isEmpty() && makeFolder(pictureFolder()))
        put(picturePath(upload, thumbnail), bytes);
}

void FileShelf::dropPicture(UploadId upload)
{
    if (m_folder.isEmpty())
        return;
    remove(picturePath(upload, false));
    remove(picturePath(upload, true));
}

void FileShelf::drop(RoomId room, qint64 seq)
{
    if (m_folder.isEmpty())
        return;
    remove(fetchedPath(room, seq, false));
    remove(fetchedPath(room, seq, true));
}

void FileShelf::dropUpTo(RoomId room, qint64 seq)
{
    if (m_folder.isEmpty())
        return;
    const QFileInfoList files = filesIn(roomFolder(room));
    for (const QFileInfo &file : files)
        if (file.baseName().toLongLong() <= seq)
            remove(file.filePath());
}

void FileShelf::dropRoom(RoomId room)
{
    dropUpTo(room, std::numeric_limits<qint64>::max());
    if (!m_folder.isEmpty())
        QDir(roomFolder(room)).removeRecursively();
}

bool FileShelf::keep(ClientId cid, const QByteArray &bytes)
{
    if (!m_folder.isEmpty())
        return writeFile(outgoingPath(cid), bytes);
    m_memory.insert(cid, bytes);
    return true;
}

std::unique_ptr<QIODevice> FileShelf::outgoing(const OutboxEntry &entry) const
{
    if (entry.file->path.isEmpty() && m_folder.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(m_memory.value(entry.cid));
        const bool isWhole = buffer->size() == entry.file->bytes && buffer->open(QIODevice::ReadOnly);
        return isWhole ? std::unique_ptr<QIODevice>(std::move(buffer)) : nullptr;
    }
    const QString path = entry.file->path.isEmpty() ? outgoingPath(entry.cid) : entry.file->path;
    const bool isSame = entry.file->path.isEmpty() || fromMs(QFileInfo(path).lastModified().toMSecsSinceEpoch()) == entry.file->modified;
    auto file = std::make_unique<QFile>(path);
    if (!isSame || !file->open(QIODevice::ReadOnly) || file->size() != entry.file->bytes)
        return nullptr;
    return file;
}

QByteArray FileShelf::outgoingBytes(ClientId cid) const
{
    if (m_folder.isEmpty())
        return m_memory.value(cid);
    QFile file(outgoingPath(cid));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FileShelf::rename(ClientId from, ClientId to)
{
    if (m_memory.contains(from))
        m_memory.insert(to, m_memory.take(from));
    if (!m_folder.isEmpty())
        QFile::rename(outgoingPath(from), outgoingPath(to));
}

void FileShelf::forget(ClientId cid)
{
    m_memory.remove(cid);
    if (!m_folder.isEmpty())
        QFile::remove(outgoingPath(cid));
}

void FileShelf::keepOnly(const QList<ClientId> &cids)
{
    if (m_folder.isEmpty())
        return;
    const QFileInfoList files = filesIn(m_folder + u"/outgoing"_s);
    for (const QFileInfo &file : files)
        if (std::ranges::none_of(cids, [&](ClientId cid) { return hexOf(cid) == file.fileName(); }))
            QFile::remove(file.filePath());
}

QString FileShelf::fetchedFolder() const
{
    return m_folder + u"/fetched"_s;
}

QString FileShelf::roomFolder(RoomId room) const
{
    return fetchedFolder() + u'/' + hexOf(room);
}

QString FileShelf::fetchedPath(RoomId room, qint64 seq, bool thumbnail) const
{
    return u"%1/%2%3"_s.arg(roomFolder(room), QString::number(seq), thumbnail ? u".small"_s : QString());
}

QString FileShelf::pictureFolder() const
{
    return fetchedFolder() + u"/pictures"_s;
}

QString FileShelf::picturePath(UploadId upload, bool thumbnail) const
{
    return u"%1/%2%3"_s.arg(pictureFolder(), hexOf(upload), thumbnail ? u".small"_s : QString());
}

QString FileShelf::outgoingPath(ClientId cid) const
{
    return u"%1/outgoing/%2"_s.arg(m_folder, hexOf(cid));
}

void FileShelf::remove(const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    if (QFile::remove(path))
        m_bytes -= size;
}

//! The longest unused go first.
void FileShelf::trim()
{
    if (m_bytes <= m_most)
        return;
    QFileInfoList files = filesIn(fetchedFolder());
    std::ranges::sort(files, {}, [](const QFileInfo &file) { return file.lastModified().toMSecsSinceEpoch(); });
    for (const QFileInfo &file : std::as_const(files)) {
        if (m_bytes <= m_most - m_most / trimShare)
            return;
        remove(file.filePath());
    }
}

} // namespace jjak::client
