package io.musubi.model;

/** Whether a metadata record may be public (メタデータのアクセス権). About the record, never about its data. */
public enum RecordAccess {
    /** 公開: the record may leave by every door. */
    OPEN,
    /** 共有, 非共有・非公開 and everything unknown: the record stays in the ledger. */
    CLOSED
}
