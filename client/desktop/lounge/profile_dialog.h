// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>

#include "client/desktop/context.h"
#include "client/desktop/forms/form_dialog.h"
#include "common/protocol/lounge_values.h"

class QCheckBox;
class QLineEdit;

namespace jjak::desktop {

class FormField;

//! Who one is in the lounge: name, a line, languages, interests, and whether one's posts may be ranked. Says what of it
//! others see.
class ProfileDialog final : public FormDialog {
    Q_OBJECT

public:
    ProfileDialog(Context &context, QWidget *parent);

    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *lineEdit() const { return m_line; }
    QLineEdit *interestsEdit() const { return m_interests; }
    QCheckBox *language(const QString &code) const { return m_languages.value(code); }
    QCheckBox *rankedBox() const { return m_ranked; }
    QString error() const;

protected:
    void send() override;

private:
    QWidget *makeLanguages();
    void readProfile();
    protocol::Profile profile() const;
    void refuse(const Error &error);
    void clearErrors();

    Context &m_context;
    QLineEdit *m_name, *m_line, *m_interests;
    FormField *m_nameField, *m_lineField, *m_interestsField;
    QMap<QString, QCheckBox *> m_languages;
    QCheckBox *m_ranked;
};

} // namespace jjak::desktop
