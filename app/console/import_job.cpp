#include "app/console/import_job.h"

#include "app/channels/known_in_workspace.h"

#include <QLocale>

namespace signalbox {

ImportJob::ImportJob(RouterHost& host, ImportOptions options, QObject* parent) : QObject(parent)
{
    auto known = knownInWorkspace(host.workspace());
    m_import = std::make_unique<TranscriptImport>(host, std::move(options),
                                                  known ? std::move(*known) : TranscriptImport::KnownMessage{});
    m_import->onProgress([this](const ImportProgress& progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { tell(progress); }, Qt::QueuedConnection);
    });
    m_thread = std::thread([this] {
        const ImportReport report = m_import->run();
        QMetaObject::invokeMethod(
            this, [this, report] { conclude(report); }, Qt::QueuedConnection);
    });
}

ImportJob::~ImportJob()
{
    cancel();
    m_thread.join();
}

void ImportJob::cancel() { m_import->cancel(); }

void ImportJob::tell(const ImportProgress& progress)
{
    Q_EMIT progressed(tr("Importing %1: %2 messages, %3 % read")
                          .arg(QString::fromStdString(progress.file), QLocale().toString(qlonglong(progress.messages)))
                          .arg(int(progress.share * 100)));
}

void ImportJob::conclude(const ImportReport& report)
{
    const auto count = [](std::int64_t number) { return QLocale().toString(qlonglong(number)); };
    QString words = report.cancelled ? tr("Import stopped: %1 messages added, %2 already there")
                                     : tr("Import finished: %1 messages added, %2 already there");
    words = words.arg(count(report.added), count(report.alreadyThere));
    if (report.refused > 0)
        words += tr(", %1 refused. The first: %2: %3")
                     .arg(count(report.refused), QString::fromStdString(report.firstRefused.front().place),
                          QString::fromStdString(report.firstRefused.front().why));
    for (const Error& error : report.unreadable)
        words += QStringLiteral(". ") + QString::fromStdString(error.message);
    Q_EMIT finished(words, report.refused > 0 || !report.unreadable.empty());
}

}
