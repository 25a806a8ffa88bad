// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jjak::desktop {

class BirthEdit;
class ElidedLabel;
class FormField;
class LanguageBox;
class PasswordStrength;
class ThemeBox;

//! The first screen: makes an account or signs in to one. What is wrong is said next to the field it is about.
class SignInPage final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit SignInPage(Context &context, QWidget *parent = nullptr);

    enum class Task { SignUp, SignIn };
    void setTask(Task task);
    Task task() const { return m_task; }
    //! Why one is here again; empty: nothing special.
    void setNotice(const QString &notice);
    void focusFirst();

protected:
    void retranslate() override;

private:
    QWidget *makeForm();
    QWidget *makeHead(QWidget *card);
    QWidget *makeTasks(QWidget *card);
    QWidget *makeServer(QWidget *card);
    QWidget *makeStay(QWidget *card);
    QWidget *makeFoot();
    void submit();
    bool check();
    std::optional<QUrl> checkServer();
    void answered(const Result<> &result);
    void showError(const Error &error);
    void clearErrors();
    void setBusy(bool busy);
    void refresh();
    void refreshProblem();
    void unfoldServer();

    Context &m_context;
    Task m_task = Task::SignUp;
    bool m_busy = false;
    QLabel *m_motto = nullptr;
    QLabel *m_notice = nullptr;
    QButtonGroup *m_tasks = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QAction *m_reveal = nullptr;
    PasswordStrength *m_strength = nullptr;
    BirthEdit *m_birth = nullptr;
    QLineEdit *m_server = nullptr;
    QWidget *m_serverLine = nullptr; //!< instead of the field, while its address needs no attention
    ElidedLabel *m_serverName = nullptr;
    QPushButton *m_changeServer = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_passwordField = nullptr;
    FormField *m_birthField = nullptr;
    FormField *m_serverField = nullptr;
    QCheckBox *m_stay = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_submit = nullptr;
    QLabel *m_languageLabel = nullptr;
    QLabel *m_themeLabel = nullptr;
    LanguageBox *m_language = nullptr;
    ThemeBox *m_theme = nullptr;
};

} // namespace jjak::desktop
