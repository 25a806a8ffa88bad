// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/save_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace jjak::desktop {

QString saveFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return QCoreApplication::translate("jjak::desktop::SaveFile", "It could not be saved there: %1").arg(file.errorString());
}

} // namespace jjak::desktop
