#include "app/console/window_prompts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFuture>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPromise>
#include <QPushButton>
#include <QSaveFile>
#include <QThreadPool>
#include <QVBoxLayout>

#include <memory>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

QString tr(const char* text) { return QObject::tr(text); }

constexpr qint64 mostBytes = 100LL * 1024 * 1024;

Result<std::string> bytesOf(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure("The file cannot be read: " + file.errorString().toStdString() + ".", name.toStdString());
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return failure("The file is larger than 100 MB.", name.toStdString());
    if (file.error() != QFileDevice::NoError)
        return failure("The file cannot be read: " + file.errorString().toStdString() + ".", name.toStdString());
    return bytes.toStdString();
}

Result<void> keep(const QString& name, const std::string& bytes)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size())
        || !file.commit())
        return failure("The file cannot be written: " + file.errorString().toStdString() + ".", name.toStdString());
    return {};
}

// Does the work on another thread; `answered` runs on this one, unless the receiver is gone by then.
template <class T>
void aside(std::function<Result<T>()> work, QObject* receiver, std::function<void(const Result<T>&)> answered)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    promise->future().then(receiver, [answered = std::move(answered)](const Result<T>& result) { answered(result); });
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

std::optional<QString> chosen(const QString& file) { return file.isEmpty() ? std::nullopt : std::optional(file); }

}

bool WindowPrompts::confirm(const QString& question, const QString& actionLabel)
{
    QMessageBox box(QMessageBox::NoIcon, u"Signalbox"_s, question, QMessageBox::NoButton, m_window);
    box.setObjectName(u"confirm"_s);
    box.setTextFormat(Qt::PlainText);
    QPushButton* const action = box.addButton(actionLabel, QMessageBox::AcceptRole);
    action->setProperty("primary", true);
    QPushButton* const cancel = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(cancel);   // what cannot be undone should not be one key away
    box.setEscapeButton(cancel);
    box.exec();
    return box.clickedButton() == action;
}

std::optional<QString> WindowPrompts::askText(const QString& question, const QString& actionLabel)
{
    QDialog dialog(m_window);
    dialog.setObjectName(u"askText"_s);
    dialog.setWindowTitle(u"Signalbox"_s);
    auto* const label = new QLabel(question, &dialog);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto* const field = new QLineEdit(&dialog);
    field->setMinimumWidth(360);
    field->setAccessibleName(question);
    label->setBuddy(field);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton* const action = buttons->addButton(actionLabel, QDialogButtonBox::AcceptRole);
    action->setProperty("primary", true);
    action->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* const layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addWidget(buttons);
    return dialog.exec() == QDialog::Accepted ? std::optional(field->text()) : std::nullopt;
}

std::optional<QString> WindowPrompts::openFile(const QString& title, const QString& filter)
{
    return chosen(QFileDialog::getOpenFileName(m_window, title, {}, filter));
}

std::optional<QString> WindowPrompts::saveFile(const QString& title, const QString& filter, const QString& suggestion)
{
    return chosen(QFileDialog::getSaveFileName(m_window, title, suggestion, filter));
}

void WindowPrompts::readFile(const QString& file, QObject* receiver,
                             std::function<void(const Result<std::string>&)> read)
{
    aside<std::string>([file] { return bytesOf(file); }, receiver, std::move(read));
}

void WindowPrompts::writeFile(const QString& file, std::string bytes, QObject* receiver,
                              std::function<void(const Result<void>&)> written)
{
    aside<void>([file, bytes = std::move(bytes)] { return keep(file, bytes); }, receiver, std::move(written));
}

void WindowPrompts::tell(const QString& what)
{
    QMessageBox box(QMessageBox::NoIcon, u"Signalbox"_s, what, QMessageBox::Close, m_window);
    box.setObjectName(u"tell"_s);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

}
