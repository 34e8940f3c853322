#pragma once

#include "app/channels/transcript_import.h"
#include "app/router/router_host.h"

#include <QObject>
#include <QString>

#include <memory>
#include <thread>

namespace signalbox {

// One import inside the console: on a thread of its own, told on the window's.
class ImportJob : public QObject {
    Q_OBJECT

public:
    // Starts at once. `host` outlives the job.
    ImportJob(RouterHost& host, ImportOptions options, QObject* parent = nullptr);
    ~ImportJob() override;   // stops it and waits for what is under way

    void cancel();

Q_SIGNALS:
    void progressed(const QString& inWords);
    void finished(const QString& inWords, bool somethingRefused);

private:
    void tell(const ImportProgress& progress);
    void conclude(const ImportReport& report);

    std::unique_ptr<TranscriptImport> m_import;
    std::thread m_thread;
};

}
