#pragma once

#include "model/domain/result.h"

#include <curl/curl.h>

#include <atomic>
#include <memory>
#include <string>

namespace signalbox {

// What every request of libcurl here has in common: bounded in time, over encrypted or plain HTTP or SMTP only, following
// nothing, and keeping at most 64 KiB of what comes back.
class CurlRequest {
public:
    CurlRequest();
    CurlRequest(const CurlRequest&) = delete;
    CurlRequest& operator=(const CurlRequest&) = delete;

    CURL* handle() const { return m_handle.get(); }
    void addHeader(const std::string& line);
    void addRecipient(const std::string& address);
    // Gives up within about a second once the flag is set.
    void stopWhen(const std::atomic<bool>& flag);
    // Waits for the end, 20 seconds at most. Errors are for a person: "Could not connect to server".
    Result<void> perform();
    long status() const;   // of HTTP

private:
    struct Free {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    std::unique_ptr<CURL, Free> m_handle;
    std::unique_ptr<curl_slist, Free> m_headers;
    std::unique_ptr<curl_slist, Free> m_recipients;
    std::string m_answer;
    char m_error[CURL_ERROR_SIZE] = {};
};

}
