// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

#include "server/operate/configuration_keys.h"

namespace jjak::operate {

//! Where a configuration comes from; the later ones win.
struct ConfigurationSources {
    QString file;                        //!< TOML; empty: none
    QProcessEnvironment environment;     //!< JJAK_SECTION_NAME, for secrets also JJAK_SECTION_NAME_FILE
    QList<std::pair<QString, QString>> commandLine; //!< key path and value as text
};

//! A configuration, and everything that is wrong with its sources, each with file, line and column or the variable's name.
struct LoadedConfiguration {
    Configuration configuration;
    QStringList errors;
};

LoadedConfiguration loadConfiguration(const ConfigurationSources &sources);

//! The same from a TOML text; `name` stands in the errors.
void readToml(const QByteArray &text, const QString &name, LoadedConfiguration &into);

//! resources/configuration/jjakd.toml: every key with its meaning, bounds and default, commented out.
QString defaultFile();
//! Every key with its value, as a file that can be loaded again; secrets are left out.
QString effectiveFile(const Configuration &configuration);

} // namespace jjak::operate
