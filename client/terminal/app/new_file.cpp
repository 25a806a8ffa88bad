// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/new_file.h"

#include <QDir>
#include <QFile>

namespace jjak::terminal {

using namespace Qt::StringLiterals;

QString pathFrom(const QString &typed)
{
    return typed == "~"_L1 || typed.startsWith("~/"_L1) ? QDir::homePath() + typed.mid(1) : typed;
}

bool writeNew(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    if (file.write(bytes) == bytes.size() && file.flush())
        return true;
    file.remove();
    return false;
}

} // namespace jjak::terminal
