// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMap>

#include "client/desktop/context.h"
#include "common/protocol/lounge_values.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jjak::desktop {

class FormField;

//! Who one is in the lounge: name, a line, languages, interests, and whether one's posts may be ranked. Says what of it
//! others see.
class ProfileDialog final : public QDialog {
    Q_OBJECT

public:
    ProfileDialog(Context &context, QWidget *parent);

    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *lineEdit() const { return m_line; }
    QLineEdit *interestsEdit() const { return m_interests; }
    QCheckBox *language(const QString &code) const { return m_languages.value(code); }
    QCheckBox *rankedBox() const { return m_ranked; }
    QPushButton *saveButton() const { return m_save; }
    QString error() const;

private:
    QWidget *makeLanguages();
    QWidget *makeFields();
    protocol::Profile profile() const;
    void send();
    void refuse(const Error &error);
    void clearErrors();

    Context &m_context;
    QLineEdit *m_name, *m_line, *m_interests;
    FormField *m_nameField, *m_lineField, *m_interestsField;
    QMap<QString, QCheckBox *> m_languages;
    QCheckBox *m_ranked;
    QLabel *m_error;
    QPushButton *m_save;
};

} // namespace jjak::desktop
