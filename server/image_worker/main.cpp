// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// jjak-image INPUT FOLDER: makes one picture safe and ends.
// It writes `image` and `thumbnail` into the folder and one line to its standard output:
//   {"type":"image/jpeg","width":..,"height":..,"bytes":..,"thumbnailBytes":..}   exit code 0
//   {"refused":"type"|"pixels"|"damaged"}                                           exit code 1; both files are empty
// Exit code 2: it could not work at all, which is not the picture's fault. Any other end means that the picture broke it.
#include <QCoreApplication>
#include <QFile>
#include <cstdio>
#include <fcntl.h>

#include "server/image_worker/limits.h"
#include "server/image_worker/safe_picture.h"

using namespace jjak::image_worker;

namespace {

enum Exit { Made = 0, Refused = 1, CannotWork = 2 };

constexpr qint64 mostBytes = 64 * 1024 * 1024; // far more than the server takes; what matters is that there is a limit

//! The three files. They are opened before the doors are shut.
class Files {
public:
    bool open(const QByteArray &input, const QByteArray &folder)
    {
        return openAs(m_input, input, O_RDONLY, QIODevice::ReadOnly) && openAs(m_image, folder + "/image", O_WRONLY | O_CREAT | O_TRUNC, QIODevice::WriteOnly)
               && openAs(m_thumbnail, folder + "/thumbnail", O_WRONLY | O_CREAT | O_TRUNC, QIODevice::WriteOnly);
    }
    //! One byte more than that is too large.
    QByteArray read() { return m_input.read(mostBytes + 1); }
    bool write(const SafePicture &made)
    {
        return m_image.write(made.image) == made.image.size() && m_thumbnail.write(made.thumbnail) == made.thumbnail.size() && m_image.flush() && m_thumbnail.flush();
    }

private:
    static bool openAs(QFile &file, const QByteArray &path, int flags, QIODevice::OpenMode mode)
    {
        const int descriptor = ::open(path.constData(), flags | O_NOFOLLOW | O_CLOEXEC, 0600);
        return descriptor >= 0 && file.open(descriptor, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    }

    QFile m_input, m_image, m_thumbnail;
};

int cannotWork(const char *reason)
{
    std::fprintf(stderr, "jjak-image: %s\n", reason);
    return CannotWork;
}

int refuse(Refusal why)
{
    static constexpr const char *names[] = {"type", "pixels", "damaged"};
    std::printf("{\"refused\":\"%s\"}\n", names[int(why)]);
    return Refused;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return cannotWork("usage: jjak-image INPUT FOLDER");
    if (!limitResources())
        return cannotWork("the system does not let it limit itself");
    int one = 1; // Qt shall not look at the arguments
    const QCoreApplication app(one, argv);
    Files files;
    if (!loadFormats())
        return cannotWork("Qt's plugins for JPEG, PNG and WebP are not installed");
    if (!files.open(argv[1], argv[2]))
        return cannotWork("a file cannot be opened");
    if (!shutDoors())
        return cannotWork("the system does not let it shut itself in");
    const QByteArray bytes = files.read();
    if (bytes.size() > mostBytes)
        return refuse(Refusal::Pixels);
    const auto made = makeSafe(bytes);
    if (const auto *why = std::get_if<Refusal>(&made))
        return refuse(*why);
    const auto &picture = std::get<SafePicture>(made);
    if (!files.write(picture))
        return cannotWork("a file cannot be written");
    std::printf("{\"type\":\"%s\",\"width\":%d,\"height\":%d,\"bytes\":%lld,\"thumbnailBytes\":%lld}\n", picture.type, picture.size.width(), picture.size.height(),
                static_cast<long long>(picture.image.size()), static_cast<long long>(picture.thumbnail.size()));
    return Made;
}
